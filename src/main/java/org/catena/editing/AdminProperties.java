package org.catena.editing;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the first account is made with.
 *
 * @param password its password; a random one where none is given
 */
@ConfigurationProperties("catena.admin")
record AdminProperties(@Nullable String password) {
}
