/** The shelves: home, categories, search, products; and what search engines ask for. */
import { relative } from '@react-router/dev/routes'

const { index, route } = relative(import.meta.dirname)

export const catalogRoutes = {
  shop: [
    index('./pages/shop/home.tsx'),
    route('categories/:slug', './pages/shop/category.tsx'),
    route('search', './pages/shop/search.tsx'),
    route('products/:slug', './pages/shop/product.tsx'),
  ],
  console: [
    route('console/products', './pages/console/products.tsx'),
    route('console/products/new', './pages/console/new-product.tsx'),
    route('console/products/prices', './pages/console/prices.tsx'),
    route('console/categories', './pages/console/categories.tsx'),
    route('console/categories/new', './pages/console/new-category.tsx'),
    route('console/categories/:id', './pages/console/category-edit.tsx'),
    route('console/import', './pages/console/imports.tsx'),
    route('console/import/:id', './pages/console/import.tsx'),
    route('console/products/bulk/:id', './pages/console/bulk-change.tsx'),
    route('console/products/:id/pictures', './pages/console/product-pictures.ts'),
    route('console/products/:id/stock/:variantId', './pages/console/product-stock.tsx'),
    route('console/products/:id', './pages/console/product-edit.tsx'),
  ],
  bare: [route('sitemap.xml', './pages/shop/sitemap.ts'), route('robots.txt', './pages/shop/robots.ts')],
}
