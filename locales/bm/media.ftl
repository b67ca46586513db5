### à relire par un locuteur

media-photos = Fotow
media-photos-help = Foto naani dɔrɔn. An bɛ yɔrɔ, don ani telefɔni tɔgɔ bɔ foto kelen kelen bɛɛ la. Aw kana mɔgɔ ɲɛda jira.
media-voice = Kuma
media-voice-help = Miniti kelen dɔrɔn, sɛbɛnni nɔ na walima a kɛrɛfɛ. Aw kan bɛ se ka aw dɔn: polisi jɛkulu min bɛ jaabi di, o dɔrɔn b'a lamɛn. U b'a sɛbɛn, o kɔfɛ kumakan bɛ jɔsi.
media-again = Aw ka fisiyew ma to ɲɛ in kan. Aw ye u sugandi tugun.
media-voice-refused = Kuma ma se ka minɛ. { $why } Aw ye min bɛ ka kɛ o sɛbɛn, walima aw k'a fɔ tugun.
media-voice-only = Kuma don. A ma sɛbɛn fɔlɔ.
media-turned = Fisiye dɔw ma minɛ
media-turned-why = Aw ka ko laselen cira o bɛɛ la.
media-took-photos = Foto { $count } cira n'a ye.
media-took-voice = Aw ka kuma cira n'a ye.
media-file = « { $name } »

media-too-large = Fisiye in ka girin kojugu.
media-too-many = Fisiye ka ca kojugu: foto naani ani kuma kelen dɔrɔn.
media-not-a-picture = Nin tɛ foto ye an bɛ se ka min kalan (JPEG, PNG, WebP).
media-too-many-pixels = Ja in ka bon kojugu. Aw ye dɔ ci min ka dɔgɔn.
media-truncated = Fisiye in dafalen tɛ.
media-not-a-sound = Nin tɛ kumakan ye an bɛ se ka min lamɛn.
media-too-long = A ka jan ka tɛmɛ an bɛ min minɛ kan.
media-too-slow = Baara ka ca masin kan sisan. Aw ye fisiye in ci kɔfɛ.
media-not-kept = Masin ma se k'a mara. Aw y'a ci kɔfɛ.

media-photo = Foto { $number }
media-sealed = a dogolen don
media-seconds = Sekondi { $seconds }
media-listen = Ka lamɛn
media-download = Ka kumakan ta
media-sound-gone = Kumakan jɔsira, i n'a fɔ a tun fɔra cogo min na.
media-said = Min fɔra
media-transcribe = Ka min fɔra o sɛbɛn
media-transcribe-again = Ka sɛbɛnni latilen
media-transcribe-help = Daɲɛ kelen kelen, mɔgɔ tɔgɔ ni telefɔni nimɔrɔ tɛ a la. Sɛbɛnni in dɔrɔn bɛ se ka bila kɛnɛ kan. Kumakan bɛ jɔsi kɔfɛ.
media-choose = Bɛɛ bɛ se ka min ye
media-choose-help = Min bɛ se ka jira, aw y'o taamasiyɛn. Mɔgɔ ɲɛda, mɔbili nimɔrɔ, so da, olu kana jira.
media-choose-photo = Ka foto { $number } jira
media-choose-words = Ka sɛbɛnni in jira, a bɔra kuma la
media-choose-save = Ka sugandili mara
media-unwritten = Nin ye kuma dɔrɔn ye. Polisi jɛkulu ka kan k'a sɛbɛn fɔlɔ: sɛbɛnni dɔrɔn bɛ bila kɛnɛ kan.
event-transcribed = Ye kuma sɛbɛn
refusal-not-written = Kuma in ma sɛbɛn fɔlɔ. Sɛbɛnni dɔrɔn bɛ bila kɛnɛ kan. Aw y'a sɛbɛn fɔlɔ, walima aw y'a ɲini polisiso fɛ.

media-sounds = Kumakan maralen
media-sounds-help = Mɔgɔ dɔ bɛ ko tɔgɔ fɔ. A bɛ lamɛn sugandili ɲɛ kan. Ko 40 dɔrɔn, miniti kelen dɔrɔn.
media-sound-file = Kumakan: { $language }
media-sound-missing = a tɛ yen
media-sound-set = Ka kumakan in ci
media-sound-drop = Ka kumakan in bɔ
media-sound-choose = Aw ye kumakan fisiye sugandi.
media-sound-too-large = Kumakan in ka girin ka tɛmɛ ko { $most } kan. Aw ye dɔ fɔ min ka surun.
prompts-title = Kumasen lamɛntaw
prompts-sound = { $sentence } – { $language }
prompts-lead = Mɔgɔ dɔ bɛ kumasen kelen kelen bɛɛ kalan, siɲɛ kelen tubabukan na, siɲɛ kelen bamanankan na. Min tɛ se ka kalan, o b’a lamɛn ɲɛ in kan. A kana tɛmɛ ko 120 ni miniti kelen kan.
media-kind-listen = Ka lamɛn: { $kind }
