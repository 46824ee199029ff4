export type Clean = string
