### Presence of patrols: the unit's own page, and what the public reads of it.
### à relire par un locuteur

dose-title = Polisiw ka yɔrɔw
dose-why = Yɔrɔyaalaw hakɛ tɛ fɛn bɛɛ ye: u jɔra yɔrɔ minnu na, u mɛɛnna yen cogo min, ani yɔrɔ minnu ɲinɛna.
dose-own = Aw ka polisiso dɔrɔn bɛ nin ɲɛ in kalan. Jama bɛ taamaw hakɛ kalan kin ni dɔgɔkun fɛ, dɔgɔkun kelen o kɔfɛ.
dose-week = Dɔgɔkun min daminɛna { $day }
dose-week-from = Dɔgɔkun daminɛ
dose-weeks = Dɔgɔkun segin
dose-before = Dɔgɔkun tɛmɛnen
dose-after = Dɔgɔkun nata
dose-visits = Taamaw
dose-minutes = Waati min kɛra yen
dose-median = Cɛmancɛ waati
dose-share = Jɔyɔrɔ miniti 10 fo 20
dose-places = Kin o kin
dose-order = Min ma dɛmɛ ka se, o bɛ fɔlɔ: miniti hakɛ haminanko dayɛlɛlen 100 kan.
dose-open = Haminanko dayɛlɛlenw
dose-per-hundred = Miniti 100 kan
dose-last = Taama laban
dose-plan = Labɛnnenw ni kɛlenw
dose-never = abada
dose-days =
    { $count ->
        [0] o don yɛrɛ
       *[other] tile { $count }
    }
dose-missed = Jɔyɔrɔ labɛnnen minnu ma kɛ
dose-unvisited = Taama ma kɛ yɔrɔ minnu na kabini tile { $days }
dose-since-days = Kabini tile joli?
dose-show = A jira
dose-none-unvisited = Taama kɛra aw ka kinw bɛɛ la.
dose-map = Tile hakɛ kabini taama laban
dose-map-why = Jate min bɛ kin kan: tile hakɛ kabini taama laban. ∅: abada.
dose-map-fresh = tile 3, walima a ma se o ma
dose-map-week = tile 4 fo 7
dose-map-older = ka tɛmɛ dɔgɔkun kelen kan
dose-map-forgotten = tile { $days } walima ka tɛmɛ o kan, walima abada

dose-public-title = Polisiw ka taamaw
dose-public-why = A bɛ jate dɔgɔkun fɛ, a bɛ jira dɔgɔkun kelen o kɔfɛ, walasa mɔgɔ si kana a dɔn ka kɔn polisiw bɛ tɛmɛ yɔrɔ min fɛ.
