import { Product } from './product';

/** Starts the shared product on a fresh data folder, and takes it away afterwards. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.E2E_BASE_URL) {
    return async () => {};
  }
  const product = await (await Product.create()).start();
  process.env.E2E_BASE_URL = product.baseUrl;
  return async () => {
    await product.dispose();
  };
}
