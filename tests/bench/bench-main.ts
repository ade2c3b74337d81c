// The product's own main process, and beside it the channels of the bench.
import './channels.ts'
import '#electron/main/main.ts'
