package org.catena.past;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What answers here can be shown as it was: it is read from the record by statements on
 * the thread of the request, and keeps nothing that later answers draw on. All others
 * refuse {@code asOf}, rather than show the present for the past.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface TellsThePast {

}
