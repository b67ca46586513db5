### Kɔlɔsili: yɔrɔ ka kunnafoniw, jate bɛ minnu kɔlɔsi.
### à relire par un locuteur

following-title = Ne bɛ minnu kɔlɔsi
following-menu = Ne bɛ minnu kɔlɔsi
following-lead = Min yɛlɛmana haminankow ni yɔrɔw la, aw bɛ minnu kɔlɔsi, tile 60 laban na.
following-count = Kura { $count }
following-none = Foyi ma yɛlɛma.
following-nothing = Aw tɛ foyi kɔlɔsi fɔlɔ. Aw ye haminanko dɔ walima kin dɔ dayɛlɛ, ka « A kɔlɔsi » sugandi.
following-look = Haminankow lajɛ
following-what = Aw bɛ minnu kɔlɔsi
following-follow = A kɔlɔsi
following-unfollow = A kɔlɔsili dabila
following-follow-area = Nin yɔrɔ in kɔlɔsi
following-follows = Aw bɛ nin kɔlɔsi: min bɛ yɛlɛma, o bɛ « Ne bɛ minnu kɔlɔsi » kɔnɔ.
following-many = A ka ca kojugu: aw ye dɔ bɔ fɔlɔ aw bɛ minnu kɔlɔsi.
following-feed = Nin yɔrɔ in kunnafoniw (Atom)
following-feed-why = Atom kalanbaga ye: min bɛ bila kɛnɛ kan yan, ani polisi ka jaabiw.
following-feed-title = Sigida: { $place }
following-feed-act = Polisi ka baara laban: { $day }
following-feed-no-act = Polisi ma jaabi di fɔlɔ
following-own-open = A dayɛlɛ
