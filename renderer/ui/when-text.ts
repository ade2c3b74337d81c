// The reading is law of the ward, and forms use it too; screens name it from here.
export { emptyWhen, hasDay, readWhen, type WhenForm } from '#domain/record/when-text.ts'
