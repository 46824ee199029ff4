/** How the commands for keys are called. */
export const keysUsage = [
  'thuocdo keys list [--data THƯ_MỤC]',
  'thuocdo keys rotate [--data THƯ_MỤC] [--batch SỐ_DÒNG]',
  'thuocdo keys remove KHÓA [--data THƯ_MỤC] [--give-up]',
]
