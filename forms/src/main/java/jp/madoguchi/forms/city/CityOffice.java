package jp.madoguchi.forms.city;

import java.util.List;

/**
 * A place that works applications.
 *
 * @param id in the routing of procedures and in the claims of the sign-in; never changes
 * @param name 「中央区役所」
 * @param kana its reading; empty where it is not said
 * @param kind what kind of office it is
 * @param wards ids of the wards whose residents it serves
 * @param areas beginnings of the places it serves besides or within them: 「須磨区/横尾」, in a city without wards 「浜町」
 * @param address where it is; empty where it is not said
 * @param phone as it is dialled, with hyphens; empty where it is not said
 * @param hours in which it is open, in words; empty where it is not said
 * @param mark how its document numbers begin (文書記号); empty where its name does
 */
public record CityOffice(String id, String name, String kana, Kind kind, List<String> wards, List<String> areas,
        String address, String phone, String hours, String mark) {

    public enum Kind {
        /** A bureau, division or section that works its own procedures. */
        BUREAU,
        /** The seat of a city without wards, which serves all that no branch does (市役所本庁). */
        CITY_HALL,
        /** The office of one or more wards (区役所). */
        WARD_OFFICE,
        /** Serves some places only (支所). */
        BRANCH,
        /** Works applications of the whole city (事務センター). */
        PROCESSING_CENTRE
    }

    public CityOffice {
        wards = List.copyOf(wards);
        areas = List.copyOf(areas);
    }
}
