package jp.madoguchi.backoffice.city;

import java.time.Instant;

import jp.madoguchi.forms.city.City;

/**
 * The city as somebody kept it.
 *
 * @param revision counts the changes, from 1
 * @param at when it was kept
 * @param who kept it, in words
 */
public record KeptCity(int revision, City city, Instant at, String who) {}
