export const newsroomUsage = ['thuocdo newsroom time FILE [--rate 233] [--dictionary FILE] [--pieces]', 'thuocdo newsroom import FILE [--explain]']
