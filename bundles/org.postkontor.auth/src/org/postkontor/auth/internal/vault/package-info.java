/**
 * How sessions are kept: one AES-256-GCM file each ({@link org.postkontor.auth.internal.vault.EncryptedFileTokenVault}),
 * the data key in exactly one entry of Equinox Secure Storage
 * ({@link org.postkontor.auth.internal.vault.SecureStorageDataKeys}), since that store is neither atomic nor safe against
 * other processes. Threats covered: stolen disk or backup, other users of the machine, leaking logs; not: other programs
 * of the same user.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.auth.internal.vault;
