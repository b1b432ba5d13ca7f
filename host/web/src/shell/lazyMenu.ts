export { Menu } from '@aiwendy/sdk';
