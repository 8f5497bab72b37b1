package jp.madoguchi.portal.delegation.web;

import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.portal.delegation.Delegation;

/** What somebody who was asked sees when they open the link. */
public record DelegatePage(Delegation delegation, Procedure form, String token, boolean begun) {}
