package jp.madoguchi.exchange;

/**
 * The city as its administrators keep it.
 *
 * @param revision counts the changes, from 1; one with a lower number never takes the place of one with a higher
 * @param content JSON, as {@code CityFile} of the form language writes it
 */
public record CityDescription(int revision, String content) {}
