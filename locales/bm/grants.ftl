### Roles over the district, given by two people.
### à relire par un locuteur

grants-title = Jɔyɔrɔ minnu ka kan ka latigɛ
grants-lead = Labɛnnikɛla ni kɔlɔsila bɛ disiriki bɛɛ ye. Mɔgɔ kelen b’a ɲini, mɔgɔ wɛrɛ b’a latigɛ. Ni a ma latigɛ tile 7 kɔnɔ, ɲinini bɛ bin.
grants-waiting = Minnu bɛ makɔnɔni na
grants-none = Jɔyɔrɔ si tɛ makɔnɔni na.
grants-asked = { $name } y’a ɲini, { $day }
grants-grant = A di
grants-refuse = A ban
grants-other = Mɔgɔ wɛrɛ b’a latigɛ: labɛnnikɛla wɛrɛ walima kɔlɔsila.
grants-past = Latigɛlenw
grants-granted = { $name } y’a di, { $day }
grants-refused = { $name } y’a ban, { $day }
grants-lapsed = A binna, a ma latigɛ
grants-ask-help = Nin jɔyɔrɔ in bɛ mɔgɔ filanan ka latigɛ makɔnɔ.
grants-waits = { $role }: bɛ mɔgɔ filanan makɔnɔ
grants-home = { $count ->
   *[other] Jɔyɔrɔ { $count } bɛ mɔgɔ filanan makɔnɔ.
}
grants-own-role = Mɔgɔ si tɛ jɔyɔrɔ di a yɛrɛ ma: labɛnnikɛla wɛrɛ b’o kɛ.
grants-both-keys = Mɔgɔ kelen tɛ kumaden dogolen yɛlɛma ka kɔdi bɔ fana: a tun bɛ se ka don a nɔ na. Mɔgɔ wɛrɛ bɛ u dɔ kɛ.
