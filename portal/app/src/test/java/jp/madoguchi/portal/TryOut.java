package jp.madoguchi.portal;

import jp.madoguchi.forms.catalogue.SampleCatalogue;

/** Starts the portal alone for a look: with the sample catalogue, until it is stopped. */
final class TryOut {

    private TryOut() {}

    public static void main(String[] args) {
        var portal = PortalServer.start(Integer.parseInt(args[0]));
        SampleCatalogue.procedures().forEach(procedure -> portal.publish(procedure, 1));
    }
}
