package jp.madoguchi.portal;

import jp.madoguchi.testkit.exchange.PortalExchangeContract;
import jp.madoguchi.testkit.exchange.Subject;

/** The real portal keeps what the contract promises. */
class PortalExchangeTest extends PortalExchangeContract {

    @Override
    protected Subject open() {
        return new WholePortal();
    }
}
