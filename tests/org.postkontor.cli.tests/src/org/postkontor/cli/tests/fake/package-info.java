/** Services in memory that remember what was asked of them and fail when told to. */
package org.postkontor.cli.tests.fake;
