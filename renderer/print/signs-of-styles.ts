/** What stylesheets write on paper by themselves: the figures of steps, a tick, and what stands down the side of a drill's or a sample's sheet. */
export const signsOfStyles = '0123456789✓訓練 TRAINING　見本 SAMPLE'
