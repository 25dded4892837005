/** Tests of what the build has made: archives, start scripts, features in a foreign product, the journey, the commands. */
package org.postkontor.product.tests;
