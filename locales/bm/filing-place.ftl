### à relire par un locuteur

filing-back = Segin
filing-next-part = Taa ɲɛ
filing-map = Kinw ja
filing-map-bamako = Bamakɔ ja
filing-map-choose = A sugandi ja kan
filing-map-commune = Aw bolo da aw ka komini kan, ja kan walima lisi kɔnɔ.
filing-map-quartier = Aw bolo da aw ka kin kan, ja kan walima lisi kɔnɔ.
filing-map-back = Segin sɛbɛnni na
filing-map-none = Ja tɛ yan. Aw ye aw ka kin sugandi lisi kɔnɔ.
filing-gps = N bɛ yɔrɔ min na, o jira
filing-gps-in = Aw bɛ { $place } wa?
filing-gps-check = Aw ye aw ka kin lajɛ. An tɛ yɔrɔ yɛrɛyɛrɛ mara, fo ni aw y'o ɲini.
filing-gps-outside = Nin yɔrɔ in tɛ an ka ja kin si kɔnɔ. Aw ye aw ka kin sugandi lisi kɔnɔ.
filing-gps-failed = Aw ka telefɔni ma yɔrɔ jira. Aw ye aw ka kin sugandi lisi kɔnɔ.

concern-answers = Ɲininkaliw jaabiw
