### à relire par un locuteur
### The number follows the noun, which keeps its singular: one text serves every count (guide §2).

## Lengths of time

time-instant = sekondi damadɔ
time-minutes = miniti { $count }
time-hours = lɛrɛ { $count }
time-days = tile { $count }
time-months = kalo { $count }
time-years = san { $count }

## Where a length of time lies. $span is one of the above.
## Composed from: sisan, now; tɛmɛ, pass; to, remain; waati, time; kan, on.

time-now = sisan
time-ago = { $span } tɛmɛna
time-left = { $span } tora
time-late = { $span } tɛmɛna a waati kan

## A date with its time

date-time = { $date }, { $time }

## Sizes of files: the units are the French ones

size-kilo = { $size } ko
size-mega = { $size } Mo
