package jp.madoguchi.portal.delegation.web;

import jp.madoguchi.forms.definition.Procedure;

/** What somebody who was asked sees when it is over; the copy is an address, empty for none. */
public record HandedPage(Procedure form, boolean completed, String day, String copy) {}
