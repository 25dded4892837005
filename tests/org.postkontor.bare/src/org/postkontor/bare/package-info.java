/** The smallest possible suite: the features of Postkontor are installed into it by a test, as another product would do. */
package org.postkontor.bare;
