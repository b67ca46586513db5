### The discussion: threads and posts (src/talk).
### à relire par un locuteur

## A thread

talk-title = An ka kuma a kan: { $title }
talk-empty = Mɔgɔ si ma sɛbɛnni kɛ fɔlɔ.
talk-hidden = Komite ye nin bataki in dogo: { $reason }
talk-locked = Baro datugura { $date }. A kun: { $reason }
talk-write = Aw ka bataki
talk-write-help = Bɛɛ bɛ se k'a kalan. Aw kana mɔgɔ si jalaki n'a tɔgɔ ye. Telefɔni nimɔrɔ si kana sɛbɛn.
talk-as = Aw bɛ sɛbɛnni kɛ iko: { $voice }. Aw tɔgɔ tɛ jira.
talk-send = A ci
talk-login = Walasa ka sɛbɛnni kɛ, aw ye don. Kalanni mago tɛ o la.
talk-login-go = Don
talk-not-yours = Nin ɲɔgɔnye in tɛ bɛɛ ta ye. Mɔgɔ tɔgɔsɛbɛnnenw ni komite dɔrɔn bɛ se ka kalan ani ka sɛbɛn yan.
talk-hide = Dogo
talk-hide-go = Nin bataki in dogo
talk-restore = A jira kokura
talk-lock = Baro datugu
talk-unlock = Baro dayɛlɛ kokura
talk-back-area = Nin sigida in
talk-back-concern = Haminanko
