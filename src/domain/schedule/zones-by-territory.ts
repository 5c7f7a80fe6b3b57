// Written by `npm run time-zones` from the Unicode CLDR (Unicode-3.0 licence). Do not edit.

/** Territories, the most populous first, each with its zones, the most used first: `territory zone zone`. */
export const zonesByTerritory = `
CN Asia/Shanghai Asia/Urumqi
IN Asia/Kolkata
US America/Adak America/Anchorage America/Chicago America/Denver America/Los_Angeles America/New_York Pacific/Honolulu America/Juneau America/Indiana/Indianapolis America/Phoenix America/Boise America/Detroit America/Indiana/Knox America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Tell_City America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac America/Kentucky/Louisville America/Kentucky/Monticello America/Menominee America/Metlakatla America/Nome America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem America/Sitka America/Yakutat
ID Asia/Jakarta Asia/Jayapura Asia/Makassar Asia/Pontianak
PK Asia/Karachi
NG Africa/Lagos
BR America/Sao_Paulo America/Manaus America/Noronha America/Rio_Branco America/Araguaina America/Bahia America/Cuiaba America/Belem America/Boa_Vista America/Campo_Grande America/Eirunepe America/Fortaleza America/Maceio America/Porto_Velho America/Recife America/Santarem
BD Asia/Dhaka
RU Asia/Irkutsk Asia/Kamchatka Asia/Krasnoyarsk Asia/Magadan Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Vladivostok Asia/Yakutsk Asia/Yekaterinburg Europe/Moscow Europe/Samara Europe/Volgograd Asia/Anadyr Europe/Kaliningrad Asia/Barnaul Asia/Chita Asia/Srednekolymsk Asia/Tomsk Europe/Astrakhan Europe/Saratov Asia/Khandyga Asia/Novokuznetsk Asia/Ust-Nera Europe/Kirov Europe/Ulyanovsk
MX America/Mazatlan America/Mexico_City America/Tijuana America/Cancun America/Bahia_Banderas America/Chihuahua America/Ciudad_Juarez America/Hermosillo America/Matamoros America/Merida America/Monterrey America/Ojinaga
JP Asia/Tokyo
ET Africa/Addis_Ababa
PH Asia/Manila
CD Africa/Kinshasa Africa/Lubumbashi
EG Africa/Cairo
VN Asia/Ho_Chi_Minh
IR Asia/Tehran
TR Europe/Istanbul
DE Europe/Berlin Europe/Busingen
TH Asia/Bangkok
GB Europe/London
FR Europe/Paris
TZ Africa/Dar_es_Salaam
IT Europe/Rome
ZA Africa/Johannesburg
KE Africa/Nairobi
MM Asia/Yangon
KR Asia/Seoul
SD Africa/Khartoum
CO America/Bogota
UG Africa/Kampala
ES Europe/Madrid Atlantic/Canary Africa/Ceuta
DZ Africa/Algiers
AR America/Argentina/Buenos_Aires America/Argentina/San_Luis America/Argentina/Catamarca America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/La_Rioja America/Argentina/Mendoza America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan America/Argentina/Tucuman America/Argentina/Ushuaia
IQ Asia/Baghdad
AF Asia/Kabul
CA America/Halifax America/St_Johns America/Whitehorse America/Goose_Bay America/Edmonton America/Toronto America/Vancouver America/Winnipeg America/Regina America/Atikokan America/Blanc-Sablon America/Cambridge_Bay America/Creston America/Dawson America/Dawson_Creek America/Fort_Nelson America/Glace_Bay America/Inuvik America/Iqaluit America/Moncton America/Rankin_Inlet America/Resolute America/Swift_Current
PL Europe/Warsaw
MA Africa/Casablanca
AO Africa/Luanda
SA Asia/Riyadh
UZ Asia/Tashkent Asia/Samarkand
UA Europe/Kyiv Europe/Simferopol
GH Africa/Accra
MY Asia/Kuala_Lumpur Asia/Kuching
MZ Africa/Maputo
PE America/Lima
YE Asia/Aden
VE America/Caracas
NP Asia/Kathmandu
CM Africa/Douala
CI Africa/Abidjan
MG Indian/Antananarivo
AU Australia/Adelaide Australia/Eucla Australia/Lord_Howe Australia/Perth Australia/Sydney Australia/Brisbane Australia/Darwin Australia/Hobart Antarctica/Macquarie Australia/Broken_Hill Australia/Lindeman Australia/Melbourne
NE Africa/Niamey
KP Asia/Pyongyang
SY Asia/Damascus
TW Asia/Taipei
BF Africa/Ouagadougou
ML Africa/Bamako
LK Asia/Colombo
MW Africa/Blantyre
ZM Africa/Lusaka
KZ Asia/Qyzylorda Asia/Almaty Asia/Aqtau Asia/Aqtobe Asia/Oral Asia/Atyrau Asia/Qostanay
TD Africa/Ndjamena
SN Africa/Dakar
CL America/Santiago Pacific/Easter America/Punta_Arenas America/Coyhaique
EC America/Guayaquil Pacific/Galapagos
GT America/Guatemala
RO Europe/Bucharest
NL Europe/Amsterdam
ZW Africa/Harare
KH Asia/Phnom_Penh
BJ Africa/Porto-Novo
GN Africa/Conakry
RW Africa/Kigali
BI Africa/Bujumbura
SO Africa/Mogadishu
SS Africa/Juba
BO America/La_Paz
TN Africa/Tunis
BE Europe/Brussels
HT America/Port-au-Prince
JO Asia/Amman
CU America/Havana
CZ Europe/Prague
DO America/Santo_Domingo
AZ Asia/Baku
SE Europe/Stockholm
GR Europe/Athens
TJ Asia/Dushanbe
PT Europe/Lisbon Atlantic/Azores Atlantic/Madeira
PG Pacific/Port_Moresby Pacific/Bougainville
AE Asia/Dubai
HU Europe/Budapest
HN America/Tegucigalpa
BY Europe/Minsk
IL Asia/Jerusalem
SL Africa/Freetown
AT Europe/Vienna
TG Africa/Lome
CH Europe/Zurich
LA Asia/Vientiane
PY America/Asuncion
LY Africa/Tripoli
HK Asia/Hong_Kong
BG Europe/Sofia
NI America/Managua
RS Europe/Belgrade
SV America/El_Salvador
ER Africa/Asmara
KG Asia/Bishkek
CG Africa/Brazzaville
SG Asia/Singapore
DK Europe/Copenhagen
TM Asia/Ashgabat
CF Africa/Bangui
FI Europe/Helsinki Europe/Mariehamn
SK Europe/Bratislava
NO Europe/Oslo
LR Africa/Monrovia
PS Asia/Hebron Asia/Gaza
LB Asia/Beirut
CR America/Costa_Rica
IE Europe/Dublin
NZ Pacific/Auckland Pacific/Chatham
GE Asia/Tbilisi
PA America/Panama
MR Africa/Nouakchott
HR Europe/Zagreb
OM Asia/Muscat
BA Europe/Sarajevo
MD Europe/Chisinau
UY America/Montevideo
MN Asia/Hovd Asia/Ulaanbaatar
KW Asia/Kuwait
AL Europe/Tirane
PR America/Puerto_Rico
AM Asia/Yerevan
JM America/Jamaica
NA Africa/Windhoek
LT Europe/Vilnius
QA Asia/Qatar
GM Africa/Banjul
GA Africa/Libreville
BW Africa/Gaborone
LS Africa/Maseru
MK Europe/Skopje
GW Africa/Bissau
SI Europe/Ljubljana
LV Europe/Riga
GQ Africa/Malabo
BH Asia/Bahrain
TL Asia/Dili
TT America/Port_of_Spain
CY Asia/Nicosia Asia/Famagusta
MU Indian/Mauritius
EE Europe/Tallinn
SZ Africa/Mbabane
DJ Africa/Djibouti
FJ Pacific/Fiji
KM Indian/Comoro
BT Asia/Thimphu
GY America/Guyana
RE Indian/Reunion
SB Pacific/Guadalcanal
LU Europe/Luxembourg
EH Africa/El_Aaiun
SR America/Paramaribo
MO Asia/Macau
CV Atlantic/Cape_Verde
ME Europe/Podgorica
BN Asia/Brunei
MT Europe/Malta
GP America/Guadeloupe America/Marigot America/St_Barthelemy
MQ America/Martinique
BZ America/Belize
BS America/Nassau
MV Indian/Maldives
IS Atlantic/Reykjavik
VU Pacific/Efate
NC Pacific/Noumea
BB America/Barbados
PF Pacific/Marquesas Pacific/Gambier Pacific/Tahiti
ST Africa/Sao_Tome
WS Pacific/Apia
GF America/Cayenne
YT Indian/Mayotte
GU Pacific/Guam
LC America/St_Lucia
CW America/Curacao
AW America/Aruba
KI Pacific/Kiritimati Pacific/Kanton Pacific/Tarawa
GD America/Grenada
TO Pacific/Tongatapu
VI America/St_Thomas
JE Europe/Jersey
AG America/Antigua
VC America/St_Vincent
FM Pacific/Chuuk Pacific/Kosrae Pacific/Pohnpei
SC Indian/Mahe
IM Europe/Isle_of_Man
AD Europe/Andorra
MH Pacific/Majuro Pacific/Kwajalein
DM America/Dominica
BM Atlantic/Bermuda
GG Europe/Guernsey
KY America/Cayman
TC America/Grand_Turk
GL America/Nuuk America/Scoresbysund America/Thule America/Danmarkshavn
KN America/St_Kitts
FO Atlantic/Faroe
MP Pacific/Saipan
SX America/Lower_Princes
AS Pacific/Pago_Pago
LI Europe/Vaduz
VG America/Tortola
SM Europe/San_Marino
MC Europe/Monaco
GI Europe/Gibraltar
PW Pacific/Palau
BQ America/Kralendijk
AI America/Anguilla
WF Pacific/Wallis
TV Pacific/Funafuti
NR Pacific/Nauru
SH Atlantic/St_Helena
CK Pacific/Rarotonga
MS America/Montserrat
PM America/Miquelon
FK Atlantic/Stanley
IO Indian/Chagos
SJ Arctic/Longyearbyen
NU Pacific/Niue
NF Pacific/Norfolk
CX Indian/Christmas
TK Pacific/Fakaofo
VA Europe/Vatican
CC Indian/Cocos
UM Pacific/Wake Pacific/Midway
AQ Antarctica/Casey Antarctica/Davis Antarctica/DumontDUrville Antarctica/Mawson Antarctica/Rothera Antarctica/Syowa Antarctica/Vostok Antarctica/McMurdo Antarctica/Palmer Antarctica/Troll
TF Indian/Kerguelen
PN Pacific/Pitcairn
GS Atlantic/South_Georgia
`;
