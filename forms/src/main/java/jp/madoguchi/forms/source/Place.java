package jp.madoguchi.forms.source;

/** A place in a file; line and column from 1. */
public record Place(int line, int column) {

    public static final Place START = new Place(1, 1);
}
