### à relire par un locuteur

admin-questions = Suguya kelen-kelen ɲininkaliw
admin-questions-lead = Yɔrɔ ni ko ɲɛfɔli kɔfɛ, an bɛ min ɲininka suguya dɔ la. U tɛ tɛmɛ 8 kan suguya kelen na: n'u ka dɔgɔ, mɔgɔw bɛ jaabi di.
admin-question-new = Ɲininkali kura
admin-question-kind = Jaabi suguya
admin-question-text = Sɛbɛnni kumasen kelen
admin-question-number = Jate
admin-question-date = Don
admin-question-one = Jaabi kelen sugandili
admin-question-several = Jaabi caman sugandili
admin-question-must = Wajibi
admin-yes = Awɔ
admin-no = Ayi
admin-question-fr = Ɲininkali tubabukan na
admin-question-bm = Ɲininkali bamanankan na
admin-question-help = Kumasen kelen min bɛ dɛmɛ ka jaabi di.
admin-options-fr = Sugandiliw tubabukan na
admin-options-bm = Sugandiliw bamanankan na
admin-options-help = Kelen kumasen o kumasen, 2 fo 12. Jaabi sugandita dɔrɔn kama.
admin-options-same = U bɛ tugu ɲɔgɔn kɔ cogo kelen na.
admin-options-wrong = Aw ye sugandili 2 fo 12 sɛbɛn, kelen kumasen o kumasen, u kana kɛ kelen ye.
admin-options-unpaired = Kumasenw ka kan ka kɛ hakɛ kelen ye ni tubabukan ta ye, u ka tugu ɲɔgɔn kɔ cogo kelen na.
admin-question-required = Jaabi wajibiyalen don
admin-question-required-help = Ni jaabi tɛ yen, laseli tɛ taa. A ka fisa k'o bila: min tɛ jaabi dɔn, o b'a dabila.
admin-question-active = A bɛ ɲininka
admin-question-active-help = Ni taamasiyɛn in tɛ yen, an tɛ ɲininkali kɛ bilen. Jaabi minnu dira kaban, olu bɛ se ka kalan hali bi.
admin-questions-full = Ɲininkali 8 bɛ nin suguya in na kaban. Aw ye dɔ bɔ fɔlɔ.
