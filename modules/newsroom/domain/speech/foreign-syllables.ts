/**
 * Foreign words whose syllables, as Vietnamese readers say them, are not their vowel groups. A committee that wants another reading gives the
 * word a spoken form in its own dictionary.
 */
export const foreignSyllables: Readonly<Record<string, number>> = {
  asean: 3,
  audio: 3,
  facebook: 2,
  iphone: 2,
  karaoke: 4,
  korea: 3,
  livestream: 2,
  marathon: 3,
  media: 3,
  moscow: 2,
  podcast: 2,
  radio: 3,
  robot: 2,
  studio: 3,
  tiktok: 2,
  ukraine: 3,
  video: 3,
  vietnam: 2,
  website: 2,
  wifi: 2,
  youtube: 2,
  zalo: 2,
}
