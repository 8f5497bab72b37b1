package jp.madoguchi.exchange;

/**
 * How the portal is set up, as far as the back office has to know.
 *
 * @param filesScanned whether files of applicants are scanned for viruses before an application arrives
 */
public record PortalState(boolean filesScanned) {}
