package jp.madoguchi.platform.pagekit;

/** One entry of the main navigation; it is current when the page's path is the entry's or below it. */
public record NavItem(String label, String href) {

    public boolean currentAt(String path) {
        return href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
    }
}
