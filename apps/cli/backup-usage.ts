/** How the backup commands are called. */
export const backupUsage = [
  'thuocdo backup [--data THƯ_MỤC] [--to THƯ_MỤC] [--passphrase-file TỆP | --recipient age1…]',
  'thuocdo backup list [--data THƯ_MỤC] [--to THƯ_MỤC]',
  'thuocdo backup verify TỆP [--data THƯ_MỤC] [--key TỆP | --passphrase-file TỆP]',
]

/** How a restore is called. */
export const restoreUsage = 'thuocdo restore TỆP [--data THƯ_MỤC] [--key TỆP | --passphrase-file TỆP]'
