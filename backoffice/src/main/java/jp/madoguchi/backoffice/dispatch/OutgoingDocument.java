package jp.madoguchi.backoffice.dispatch;

import java.util.UUID;

/**
 * A document for the applicant.
 *
 * @param storeKey where its bytes stand in the object store
 * @param sha256 lower-case hex
 * @param name the file name offered to the applicant
 */
public record OutgoingDocument(UUID id, String storeKey, String sha256, String name) {}
