package org.catena.database;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the embedded server is used.
 *
 * @param attach join the server that a running site started on the data folder, if there
 * is one, instead of refusing to start: for commands beside a site
 * @param binariesDir where PostgreSQL's programs are unpacked; in the data folder if not
 * given
 */
@ConfigurationProperties("catena.database")
record DatabaseProperties(@DefaultValue("false") boolean attach, @Nullable String binariesDir) {

}
