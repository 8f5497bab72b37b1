package jp.madoguchi.portal.profile.web;

import jp.madoguchi.forms.Localized;
import jp.madoguchi.platform.formpage.FormPageView;

/**
 * The profile as its page shows it.
 *
 * @param purpose what it is used for (個人情報保護法 62条)
 * @param revision what the page was shown at
 * @param kept whether anything is kept
 * @param said what happened just now, a key of the words; empty for nothing
 */
public record ProfilePage(FormPageView form, Localized purpose, int revision, boolean kept, String said) {}
