### Numbers, dates and lengths of time, for src/i18n/format.rs and nothing else.
### Between a number and its unit stands a no-break space (U+00A0).

## Lengths of time

time-instant = moins d’une minute
time-minutes = { $count } min
time-hours = { $count } h
time-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
time-months = { $count } mois
time-years =
    { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }

## Where a length of time lies. $span is one of the above.

time-now = à l’instant
time-ago = il y a { $span }
time-left = encore { $span }
time-late = en retard de { $span }

## A date with its time

date-time = { $date } à { $time }

## Sizes of files

size-kilo = { $size } ko
size-mega = { $size } Mo
