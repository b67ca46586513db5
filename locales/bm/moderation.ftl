### The public log of moderation (src/moderation).
### à relire par un locuteur

moderation-log-title = Baro ɲɛminɛni kunnafoniw
moderation-log-lead = Komitew ka latigɛ bɛɛ n'u kun. Sɛbɛn dogolen tɛ yan abada.
moderation-log-what = Latigɛ
moderation-log-when = Don
moderation-log-why = Kun
moderation-log-who = A kɛbaga
moderation-log-target = Min kan
moderation-log-empty = Latigɛ si ma kɛ fɔlɔ.
moderation-log-by = Baro ɲɛminɛbaga, { $committee }
moderation-log-publish = A bilala kɛnɛ kan
moderation-log-refuse = A ma sɔn
moderation-log-hide = A dogora
moderation-log-restore = A jirala kokura
moderation-log-lock = A datugura
moderation-log-unlock = A dayɛlɛla kokura
moderation-log-move = A yɔrɔ yɛlɛmana
moderation-log-merge = A farala dɔ wɛrɛ kan
moderation-log-split = A tilala
moderation-log-concern = Haminanko
moderation-log-post = Bataki
moderation-log-thread = Baro
moderation-log-other = Wɛrɛ
