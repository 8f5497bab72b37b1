package jp.madoguchi.identity.page;

import java.util.UUID;

/**
 * A log-in in the owner's list.
 *
 * @param device
 *            kind of browser and system
 * @param when
 *            when it was made, in words
 * @param here
 *            whether it is the one of the browser that asks
 */
public record SignInLine(UUID id, String device, String when, boolean here) {}
