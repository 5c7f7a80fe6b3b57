/**
 * Abbreviations of times that people, mail programs and older systems write, each with the zones that it may mean, the
 * most populous first. Our own choice: no standard says what they mean, IST is India's, Israel's and Ireland's. The ids of
 * three letters that runtimes still take from the first Java versions are all here. What is itself a zone, such as CET and
 * EST, is not.
 */
export const zoneAbbreviations = `
ACDT=Australia/Adelaide ACST=Australia/Adelaide,Australia/Darwin ACT=Australia/Darwin,America/Rio_Branco
ADT=America/Halifax AEDT=Australia/Sydney,Australia/Melbourne AEST=Australia/Sydney,Australia/Brisbane AET=Australia/Sydney
AFT=Asia/Kabul AGT=America/Argentina/Buenos_Aires AKDT=America/Anchorage AKST=America/Anchorage
ALMT=Asia/Almaty AMT=America/Manaus,Asia/Yerevan ART=America/Argentina/Buenos_Aires,Africa/Cairo
AST=Asia/Riyadh,America/Halifax,America/Puerto_Rico,America/Anchorage AWST=Australia/Perth AZT=Asia/Baku
BET=America/Sao_Paulo BOT=America/La_Paz BRST=America/Sao_Paulo BRT=America/Sao_Paulo
BST=Europe/London,Asia/Dhaka,Pacific/Bougainville BTT=Asia/Thimphu CAT=Africa/Maputo,Africa/Johannesburg
CDT=America/Chicago,America/Havana CEST=Europe/Berlin,Europe/Paris,Europe/Rome CHAST=Pacific/Chatham
CHST=Pacific/Guam CLST=America/Santiago CLT=America/Santiago CNT=America/St_Johns COT=America/Bogota
CST=America/Chicago,Asia/Shanghai,America/Mexico_City,America/Havana CT=America/Chicago CTT=Asia/Shanghai
CVT=Atlantic/Cape_Verde EAT=Africa/Nairobi,Africa/Addis_Ababa ECT=Europe/Paris,America/Guayaquil
EDT=America/New_York,America/Toronto EEST=Europe/Kyiv,Europe/Bucharest,Europe/Athens ET=America/New_York
FET=Europe/Minsk FJT=Pacific/Fiji GALT=Pacific/Galapagos GET=Asia/Tbilisi GST=Asia/Dubai
HADT=America/Adak HAST=Pacific/Honolulu HDT=America/Adak HKT=Asia/Hong_Kong ICT=Asia/Bangkok,Asia/Ho_Chi_Minh
IDT=Asia/Jerusalem IET=America/Indiana/Indianapolis IRST=Asia/Tehran
IST=Asia/Kolkata,Asia/Jerusalem,Europe/Dublin JST=Asia/Tokyo KST=Asia/Seoul LHST=Australia/Lord_Howe
MDT=America/Denver MEST=Europe/Berlin MESZ=Europe/Berlin,Europe/Vienna,Europe/Zurich
MEZ=Europe/Berlin,Europe/Vienna,Europe/Zurich MIT=Pacific/Apia MMT=Asia/Yangon MSK=Europe/Moscow MT=America/Denver
MYT=Asia/Kuala_Lumpur NDT=America/St_Johns NET=Asia/Yerevan NFT=Pacific/Norfolk NPT=Asia/Kathmandu
NST=America/St_Johns,Pacific/Auckland NT=America/St_Johns NZDT=Pacific/Auckland NZST=Pacific/Auckland
NZT=Pacific/Auckland PDT=America/Los_Angeles,America/Vancouver PET=America/Lima PHT=Asia/Manila PKT=Asia/Karachi
PLT=Asia/Karachi PNT=America/Phoenix PRT=America/Puerto_Rico PST=America/Los_Angeles,Asia/Manila,America/Vancouver
PT=America/Los_Angeles PYT=America/Asuncion SAST=Africa/Johannesburg SBT=Pacific/Guadalcanal SGT=Asia/Singapore
SST=Pacific/Guadalcanal,Pacific/Pago_Pago TRT=Europe/Istanbul ULAT=Asia/Ulaanbaatar UYT=America/Montevideo
UZT=Asia/Tashkent VET=America/Caracas VST=Asia/Ho_Chi_Minh WAT=Africa/Lagos WEST=Europe/Lisbon
WIB=Asia/Jakarta WIT=Asia/Jayapura WITA=Asia/Makassar YEKT=Asia/Yekaterinburg
`;
