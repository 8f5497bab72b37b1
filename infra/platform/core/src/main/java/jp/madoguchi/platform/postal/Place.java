package jp.madoguchi.platform.postal;

/**
 * A place that a postal code stands for.
 *
 * @param prefecture   都道府県
 * @param municipality 市区町村, with the ward of a big city: 「神戸市中央区」
 * @param town         町域, empty where the code stands for the whole municipality
 */
public record Place(String prefecture, String municipality, String town) {}
