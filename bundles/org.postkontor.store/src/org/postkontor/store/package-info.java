/**
 * How data of one user gets onto the disk of one computer: for the owner's eyes only, durable when it is said so, and with
 * at most one writer where there may be only one. Whoever keeps data builds on this: {@link org.postkontor.store.PrivateFiles}
 * for files, {@link org.postkontor.store.LockFile} for exclusive use, {@link org.postkontor.store.Database} for tables.
 * Nothing here knows what is kept, needs OSGi or shows text: problems carry the topic of the caller
 * ({@link org.postkontor.store.StorageProblems}), whose bundle has the texts.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.postkontor.store;
