### à relire par un locuteur

concerns-search = Ɲinini kɛ
concerns-place = Kin
concerns-everywhere = Yɔrɔ bɛɛ
concerns-kind = Suguya
concerns-state = Cogoya
concerns-all = Bɛɛ
concerns-late = Waati tɛmɛna
concerns-latest = Kuraw bɛ fɔlɔ
concerns-none = Foyi ma sɔrɔ. Daɲɛ wɛrɛ walima kin wɛrɛ lajɛ.
concerns-none-yet = Foyi ma bila kɛnɛ kan fɔlɔ.
concerns-see-all = Bɛɛ lajɛ
concerns-every = Haminankow bɛɛ
concerns-happened = Min kɛra
concerns-filed = A sɔrɔla
concerns-unit = Polisiso
concerns-reason = A datugura mun na
concerns-resident-says = Sigibaga ko
concerns-silent = foyi fɔlɔ
