export default { dialect: 'postgresql', schema: ['./src/platform/*/schema.ts', './src/modules/*/schema.ts'], out: './migrations' }
