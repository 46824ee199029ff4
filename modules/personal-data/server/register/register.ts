import { query } from '#platform/http/handler.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { recordClasses, tablesOf } from '../../domain/record-classes.ts'

/** Hồ sơ hoạt động xử lý: every record class the program holds. */
export const register = query(registerRoutes.register, async () => ({ items: recordClasses.map((recordClass) => ({ recordClass, tables: [...tablesOf[recordClass]] })) }))
