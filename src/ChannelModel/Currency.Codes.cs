namespace ChannelModel;

/// <content>One property for each active code, in the order of the codes.</content>
public readonly partial struct Currency
{
    /// <summary>UAE Dirham: AED, 784, 2 decimals.</summary>
    public static Currency AED => new(1);

    /// <summary>Afghani: AFN, 971, 2 decimals.</summary>
    public static Currency AFN => new(2);

    /// <summary>Lek: ALL, 008, 2 decimals.</summary>
    public static Currency ALL => new(3);

    /// <summary>Armenian Dram: AMD, 051, 2 decimals.</summary>
    public static Currency AMD => new(4);

    /// <summary>Kwanza: AOA, 973, 2 decimals.</summary>
    public static Currency AOA => new(5);

    /// <summary>Argentine Peso: ARS, 032, 2 decimals.</summary>
    public static Currency ARS => new(6);

    /// <summary>Australian Dollar: AUD, 036, 2 decimals.</summary>
    public static Currency AUD => new(7);

    /// <summary>Aruban Florin: AWG, 533, 2 decimals.</summary>
    public static Currency AWG => new(8);

    /// <summary>Azerbaijan Manat: AZN, 944, 2 decimals.</summary>
    public static Currency AZN => new(9);

    /// <summary>Convertible Mark: BAM, 977, 2 decimals.</summary>
    public static Currency BAM => new(10);

    /// <summary>Barbados Dollar: BBD, 052, 2 decimals.</summary>
    public static Currency BBD => new(11);

    /// <summary>Taka: BDT, 050, 2 decimals.</summary>
    public static Currency BDT => new(12);

    /// <summary>Bahraini Dinar: BHD, 048, 3 decimals.</summary>
    public static Currency BHD => new(13);

    /// <summary>Burundi Franc: BIF, 108, 0 decimals.</summary>
    public static Currency BIF => new(14);

    /// <summary>Bermudian Dollar: BMD, 060, 2 decimals.</summary>
    public static Currency BMD => new(15);

    /// <summary>Brunei Dollar: BND, 096, 2 decimals.</summary>
    public static Currency BND => new(16);

    /// <summary>Boliviano: BOB, 068, 2 decimals.</summary>
    public static Currency BOB => new(17);

    /// <summary>Mvdol: BOV, 984, 2 decimals.</summary>
    public static Currency BOV => new(18);

    /// <summary>Brazilian Real: BRL, 986, 2 decimals.</summary>
    public static Currency BRL => new(19);

    /// <summary>Bahamian Dollar: BSD, 044, 2 decimals.</summary>
    public static Currency BSD => new(20);

    /// <summary>Ngultrum: BTN, 064, 2 decimals.</summary>
    public static Currency BTN => new(21);

    /// <summary>Pula: BWP, 072, 2 decimals.</summary>
    public static Currency BWP => new(22);

    /// <summary>Belarusian Ruble: BYN, 933, 2 decimals.</summary>
    public static Currency BYN => new(23);

    /// <summary>Belize Dollar: BZD, 084, 2 decimals.</summary>
    public static Currency BZD => new(24);

    /// <summary>Canadian Dollar: CAD, 124, 2 decimals.</summary>
    public static Currency CAD => new(25);

    /// <summary>Congolese Franc: CDF, 976, 2 decimals.</summary>
    public static Currency CDF => new(26);

    /// <summary>WIR Euro: CHE, 947, 2 decimals.</summary>
    public static Currency CHE => new(27);

    /// <summary>Swiss Franc: CHF, 756, 2 decimals.</summary>
    public static Currency CHF => new(28);

    /// <summary>WIR Franc: CHW, 948, 2 decimals.</summary>
    public static Currency CHW => new(29);

    /// <summary>Unidad de Fomento: CLF, 990, 4 decimals.</summary>
    public static Currency CLF => new(30);

    /// <summary>Chilean Peso: CLP, 152, 0 decimals.</summary>
    public static Currency CLP => new(31);

    /// <summary>Yuan Renminbi: CNY, 156, 2 decimals.</summary>
    public static Currency CNY => new(32);

    /// <summary>Colombian Peso: COP, 170, 2 decimals.</summary>
    public static Currency COP => new(33);

    /// <summary>Unidad de Valor Real: COU, 970, 2 decimals.</summary>
    public static Currency COU => new(34);

    /// <summary>Costa Rican Colon: CRC, 188, 2 decimals.</summary>
    public static Currency CRC => new(35);

    /// <summary>Cuban Peso: CUP, 192, 2 decimals.</summary>
    public static Currency CUP => new(36);

    /// <summary>Cabo Verde Escudo: CVE, 132, 2 decimals.</summary>
    public static Currency CVE => new(37);

    /// <summary>Czech Koruna: CZK, 203, 2 decimals.</summary>
    public static Currency CZK => new(38);

    /// <summary>Djibouti Franc: DJF, 262, 0 decimals.</summary>
    public static Currency DJF => new(39);

    /// <summary>Danish Krone: DKK, 208, 2 decimals.</summary>
    public static Currency DKK => new(40);

    /// <summary>Dominican Peso: DOP, 214, 2 decimals.</summary>
    public static Currency DOP => new(41);

    /// <summary>Algerian Dinar: DZD, 012, 2 decimals.</summary>
    public static Currency DZD => new(42);

    /// <summary>Egyptian Pound: EGP, 818, 2 decimals.</summary>
    public static Currency EGP => new(43);

    /// <summary>Nakfa: ERN, 232, 2 decimals.</summary>
    public static Currency ERN => new(44);

    /// <summary>Ethiopian Birr: ETB, 230, 2 decimals.</summary>
    public static Currency ETB => new(45);

    /// <summary>Euro: EUR, 978, 2 decimals.</summary>
    public static Currency EUR => new(46);

    /// <summary>Fiji Dollar: FJD, 242, 2 decimals.</summary>
    public static Currency FJD => new(47);

    /// <summary>Falkland Islands Pound: FKP, 238, 2 decimals.</summary>
    public static Currency FKP => new(48);

    /// <summary>Pound Sterling: GBP, 826, 2 decimals.</summary>
    public static Currency GBP => new(49);

    /// <summary>Lari: GEL, 981, 2 decimals.</summary>
    public static Currency GEL => new(50);

    /// <summary>Ghana Cedi: GHS, 936, 2 decimals.</summary>
    public static Currency GHS => new(51);

    /// <summary>Gibraltar Pound: GIP, 292, 2 decimals.</summary>
    public static Currency GIP => new(52);

    /// <summary>Dalasi: GMD, 270, 2 decimals.</summary>
    public static Currency GMD => new(53);

    /// <summary>Guinean Franc: GNF, 324, 0 decimals.</summary>
    public static Currency GNF => new(54);

    /// <summary>Quetzal: GTQ, 320, 2 decimals.</summary>
    public static Currency GTQ => new(55);

    /// <summary>Guyana Dollar: GYD, 328, 2 decimals.</summary>
    public static Currency GYD => new(56);

    /// <summary>Hong Kong Dollar: HKD, 344, 2 decimals.</summary>
    public static Currency HKD => new(57);

    /// <summary>Lempira: HNL, 340, 2 decimals.</summary>
    public static Currency HNL => new(58);

    /// <summary>Gourde: HTG, 332, 2 decimals.</summary>
    public static Currency HTG => new(59);

    /// <summary>Forint: HUF, 348, 2 decimals.</summary>
    public static Currency HUF => new(60);

    /// <summary>Rupiah: IDR, 360, 2 decimals.</summary>
    public static Currency IDR => new(61);

    /// <summary>New Israeli Sheqel: ILS, 376, 2 decimals.</summary>
    public static Currency ILS => new(62);

    /// <summary>Indian Rupee: INR, 356, 2 decimals.</summary>
    public static Currency INR => new(63);

    /// <summary>Iraqi Dinar: IQD, 368, 3 decimals.</summary>
    public static Currency IQD => new(64);

    /// <summary>Iranian Rial: IRR, 364, 2 decimals.</summary>
    public static Currency IRR => new(65);

    /// <summary>Iceland Krona: ISK, 352, 0 decimals.</summary>
    public static Currency ISK => new(66);

    /// <summary>Jamaican Dollar: JMD, 388, 2 decimals.</summary>
    public static Currency JMD => new(67);

    /// <summary>Jordanian Dinar: JOD, 400, 3 decimals.</summary>
    public static Currency JOD => new(68);

    /// <summary>Yen: JPY, 392, 0 decimals.</summary>
    public static Currency JPY => new(69);

    /// <summary>Kenyan Shilling: KES, 404, 2 decimals.</summary>
    public static Currency KES => new(70);

    /// <summary>Som: KGS, 417, 2 decimals.</summary>
    public static Currency KGS => new(71);

    /// <summary>Riel: KHR, 116, 2 decimals.</summary>
    public static Currency KHR => new(72);

    /// <summary>Comorian Franc : KMF, 174, 0 decimals.</summary>
    public static Currency KMF => new(73);

    /// <summary>North Korean Won: KPW, 408, 2 decimals.</summary>
    public static Currency KPW => new(74);

    /// <summary>Won: KRW, 410, 0 decimals.</summary>
    public static Currency KRW => new(75);

    /// <summary>Kuwaiti Dinar: KWD, 414, 3 decimals.</summary>
    public static Currency KWD => new(76);

    /// <summary>Cayman Islands Dollar: KYD, 136, 2 decimals.</summary>
    public static Currency KYD => new(77);

    /// <summary>Tenge: KZT, 398, 2 decimals.</summary>
    public static Currency KZT => new(78);

    /// <summary>Lao Kip: LAK, 418, 2 decimals.</summary>
    public static Currency LAK => new(79);

    /// <summary>Lebanese Pound: LBP, 422, 2 decimals.</summary>
    public static Currency LBP => new(80);

    /// <summary>Sri Lanka Rupee: LKR, 144, 2 decimals.</summary>
    public static Currency LKR => new(81);

    /// <summary>Liberian Dollar: LRD, 430, 2 decimals.</summary>
    public static Currency LRD => new(82);

    /// <summary>Loti: LSL, 426, 2 decimals.</summary>
    public static Currency LSL => new(83);

    /// <summary>Libyan Dinar: LYD, 434, 3 decimals.</summary>
    public static Currency LYD => new(84);

    /// <summary>Moroccan Dirham: MAD, 504, 2 decimals.</summary>
    public static Currency MAD => new(85);

    /// <summary>Moldovan Leu: MDL, 498, 2 decimals.</summary>
    public static Currency MDL => new(86);

    /// <summary>Malagasy Ariary: MGA, 969, 2 decimals.</summary>
    public static Currency MGA => new(87);

    /// <summary>Denar: MKD, 807, 2 decimals.</summary>
    public static Currency MKD => new(88);

    /// <summary>Kyat: MMK, 104, 2 decimals.</summary>
    public static Currency MMK => new(89);

    /// <summary>Tugrik: MNT, 496, 2 decimals.</summary>
    public static Currency MNT => new(90);

    /// <summary>Pataca: MOP, 446, 2 decimals.</summary>
    public static Currency MOP => new(91);

    /// <summary>Ouguiya: MRU, 929, 2 decimals.</summary>
    public static Currency MRU => new(92);

    /// <summary>Mauritius Rupee: MUR, 480, 2 decimals.</summary>
    public static Currency MUR => new(93);

    /// <summary>Rufiyaa: MVR, 462, 2 decimals.</summary>
    public static Currency MVR => new(94);

    /// <summary>Malawi Kwacha: MWK, 454, 2 decimals.</summary>
    public static Currency MWK => new(95);

    /// <summary>Mexican Peso: MXN, 484, 2 decimals.</summary>
    public static Currency MXN => new(96);

    /// <summary>Mexican Unidad de Inversion (UDI): MXV, 979, 2 decimals.</summary>
    public static Currency MXV => new(97);

    /// <summary>Malaysian Ringgit: MYR, 458, 2 decimals.</summary>
    public static Currency MYR => new(98);

    /// <summary>Mozambique Metical: MZN, 943, 2 decimals.</summary>
    public static Currency MZN => new(99);

    /// <summary>Namibia Dollar: NAD, 516, 2 decimals.</summary>
    public static Currency NAD => new(100);

    /// <summary>Naira: NGN, 566, 2 decimals.</summary>
    public static Currency NGN => new(101);

    /// <summary>Cordoba Oro: NIO, 558, 2 decimals.</summary>
    public static Currency NIO => new(102);

    /// <summary>Norwegian Krone: NOK, 578, 2 decimals.</summary>
    public static Currency NOK => new(103);

    /// <summary>Nepalese Rupee: NPR, 524, 2 decimals.</summary>
    public static Currency NPR => new(104);

    /// <summary>New Zealand Dollar: NZD, 554, 2 decimals.</summary>
    public static Currency NZD => new(105);

    /// <summary>Rial Omani: OMR, 512, 3 decimals.</summary>
    public static Currency OMR => new(106);

    /// <summary>Balboa: PAB, 590, 2 decimals.</summary>
    public static Currency PAB => new(107);

    /// <summary>Sol: PEN, 604, 2 decimals.</summary>
    public static Currency PEN => new(108);

    /// <summary>Kina: PGK, 598, 2 decimals.</summary>
    public static Currency PGK => new(109);

    /// <summary>Philippine Peso: PHP, 608, 2 decimals.</summary>
    public static Currency PHP => new(110);

    /// <summary>Pakistan Rupee: PKR, 586, 2 decimals.</summary>
    public static Currency PKR => new(111);

    /// <summary>Zloty: PLN, 985, 2 decimals.</summary>
    public static Currency PLN => new(112);

    /// <summary>Guarani: PYG, 600, 0 decimals.</summary>
    public static Currency PYG => new(113);

    /// <summary>Qatari Rial: QAR, 634, 2 decimals.</summary>
    public static Currency QAR => new(114);

    /// <summary>Romanian Leu: RON, 946, 2 decimals.</summary>
    public static Currency RON => new(115);

    /// <summary>Serbian Dinar: RSD, 941, 2 decimals.</summary>
    public static Currency RSD => new(116);

    /// <summary>Russian Ruble: RUB, 643, 2 decimals.</summary>
    public static Currency RUB => new(117);

    /// <summary>Rwanda Franc: RWF, 646, 0 decimals.</summary>
    public static Currency RWF => new(118);

    /// <summary>Saudi Riyal: SAR, 682, 2 decimals.</summary>
    public static Currency SAR => new(119);

    /// <summary>Solomon Islands Dollar: SBD, 090, 2 decimals.</summary>
    public static Currency SBD => new(120);

    /// <summary>Seychelles Rupee: SCR, 690, 2 decimals.</summary>
    public static Currency SCR => new(121);

    /// <summary>Sudanese Pound: SDG, 938, 2 decimals.</summary>
    public static Currency SDG => new(122);

    /// <summary>Swedish Krona: SEK, 752, 2 decimals.</summary>
    public static Currency SEK => new(123);

    /// <summary>Singapore Dollar: SGD, 702, 2 decimals.</summary>
    public static Currency SGD => new(124);

    /// <summary>Saint Helena Pound: SHP, 654, 2 decimals.</summary>
    public static Currency SHP => new(125);

    /// <summary>Leone: SLE, 925, 2 decimals.</summary>
    public static Currency SLE => new(126);

    /// <summary>Somali Shilling: SOS, 706, 2 decimals.</summary>
    public static Currency SOS => new(127);

    /// <summary>Surinam Dollar: SRD, 968, 2 decimals.</summary>
    public static Currency SRD => new(128);

    /// <summary>South Sudanese Pound: SSP, 728, 2 decimals.</summary>
    public static Currency SSP => new(129);

    /// <summary>Dobra: STN, 930, 2 decimals.</summary>
    public static Currency STN => new(130);

    /// <summary>El Salvador Colon: SVC, 222, 2 decimals.</summary>
    public static Currency SVC => new(131);

    /// <summary>Syrian Pound: SYP, 760, 2 decimals.</summary>
    public static Currency SYP => new(132);

    /// <summary>Lilangeni: SZL, 748, 2 decimals.</summary>
    public static Currency SZL => new(133);

    /// <summary>Baht: THB, 764, 2 decimals.</summary>
    public static Currency THB => new(134);

    /// <summary>Somoni: TJS, 972, 2 decimals.</summary>
    public static Currency TJS => new(135);

    /// <summary>Turkmenistan New Manat: TMT, 934, 2 decimals.</summary>
    public static Currency TMT => new(136);

    /// <summary>Tunisian Dinar: TND, 788, 3 decimals.</summary>
    public static Currency TND => new(137);

    /// <summary>Pa’anga: TOP, 776, 2 decimals.</summary>
    public static Currency TOP => new(138);

    /// <summary>Turkish Lira: TRY, 949, 2 decimals.</summary>
    public static Currency TRY => new(139);

    /// <summary>Trinidad and Tobago Dollar: TTD, 780, 2 decimals.</summary>
    public static Currency TTD => new(140);

    /// <summary>New Taiwan Dollar: TWD, 901, 2 decimals.</summary>
    public static Currency TWD => new(141);

    /// <summary>Tanzanian Shilling: TZS, 834, 2 decimals.</summary>
    public static Currency TZS => new(142);

    /// <summary>Hryvnia: UAH, 980, 2 decimals.</summary>
    public static Currency UAH => new(143);

    /// <summary>Uganda Shilling: UGX, 800, 0 decimals.</summary>
    public static Currency UGX => new(144);

    /// <summary>US Dollar: USD, 840, 2 decimals.</summary>
    public static Currency USD => new(145);

    /// <summary>US Dollar (Next day): USN, 997, 2 decimals.</summary>
    public static Currency USN => new(146);

    /// <summary>Uruguay Peso en Unidades Indexadas (UI): UYI, 940, 0 decimals.</summary>
    public static Currency UYI => new(147);

    /// <summary>Peso Uruguayo: UYU, 858, 2 decimals.</summary>
    public static Currency UYU => new(148);

    /// <summary>Unidad Previsional: UYW, 927, 4 decimals.</summary>
    public static Currency UYW => new(149);

    /// <summary>Uzbekistan Sum: UZS, 860, 2 decimals.</summary>
    public static Currency UZS => new(150);

    /// <summary>Bolívar Soberano: VED, 926, 2 decimals.</summary>
    public static Currency VED => new(151);

    /// <summary>Bolívar Soberano: VES, 928, 2 decimals.</summary>
    public static Currency VES => new(152);

    /// <summary>Dong: VND, 704, 0 decimals.</summary>
    public static Currency VND => new(153);

    /// <summary>Vatu: VUV, 548, 0 decimals.</summary>
    public static Currency VUV => new(154);

    /// <summary>Tala: WST, 882, 2 decimals.</summary>
    public static Currency WST => new(155);

    /// <summary>Arab Accounting Dinar: XAD, 396, 2 decimals.</summary>
    public static Currency XAD => new(156);

    /// <summary>CFA Franc BEAC: XAF, 950, 0 decimals.</summary>
    public static Currency XAF => new(157);

    /// <summary>Silver: XAG, 961, no minor unit.</summary>
    public static Currency XAG => new(158);

    /// <summary>Gold: XAU, 959, no minor unit.</summary>
    public static Currency XAU => new(159);

    /// <summary>Bond Markets Unit European Composite Unit (EURCO): XBA, 955, no minor unit.</summary>
    public static Currency XBA => new(160);

    /// <summary>Bond Markets Unit European Monetary Unit (E.M.U.-6): XBB, 956, no minor unit.</summary>
    public static Currency XBB => new(161);

    /// <summary>Bond Markets Unit European Unit of Account 9 (E.U.A.-9): XBC, 957, no minor unit.</summary>
    public static Currency XBC => new(162);

    /// <summary>Bond Markets Unit European Unit of Account 17 (E.U.A.-17): XBD, 958, no minor unit.</summary>
    public static Currency XBD => new(163);

    /// <summary>East Caribbean Dollar: XCD, 951, 2 decimals.</summary>
    public static Currency XCD => new(164);

    /// <summary>Caribbean Guilder: XCG, 532, 2 decimals.</summary>
    public static Currency XCG => new(165);

    /// <summary>SDR (Special Drawing Right): XDR, 960, no minor unit.</summary>
    public static Currency XDR => new(166);

    /// <summary>CFA Franc BCEAO: XOF, 952, 0 decimals.</summary>
    public static Currency XOF => new(167);

    /// <summary>Palladium: XPD, 964, no minor unit.</summary>
    public static Currency XPD => new(168);

    /// <summary>CFP Franc: XPF, 953, 0 decimals.</summary>
    public static Currency XPF => new(169);

    /// <summary>Platinum: XPT, 962, no minor unit.</summary>
    public static Currency XPT => new(170);

    /// <summary>Sucre: XSU, 994, no minor unit.</summary>
    public static Currency XSU => new(171);

    /// <summary>Codes specifically reserved for testing purposes: XTS, 963, no minor unit.</summary>
    public static Currency XTS => new(172);

    /// <summary>ADB Unit of Account: XUA, 965, no minor unit.</summary>
    public static Currency XUA => new(173);

    /// <summary>No currency: XXX, 999, no minor unit.</summary>
    public static Currency XXX => new(0);

    /// <summary>Yemeni Rial: YER, 886, 2 decimals.</summary>
    public static Currency YER => new(174);

    /// <summary>Rand: ZAR, 710, 2 decimals.</summary>
    public static Currency ZAR => new(175);

    /// <summary>Zambian Kwacha: ZMW, 967, 2 decimals.</summary>
    public static Currency ZMW => new(176);

    /// <summary>Zimbabwe Gold: ZWG, 924, 2 decimals.</summary>
    public static Currency ZWG => new(177);
}
