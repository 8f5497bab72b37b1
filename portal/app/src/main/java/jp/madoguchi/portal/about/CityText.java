package jp.madoguchi.portal.about;

/**
 * A text of the city, drawn.
 *
 * @param html from Markdown, with whatever HTML stood in it escaped
 * @param language it is written in (BCP 47)
 */
record CityText(String html, String language) {}
