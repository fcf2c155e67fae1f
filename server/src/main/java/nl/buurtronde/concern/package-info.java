/**
 * What a tenant worries about in a neighbour's life (zorg om een buur). It goes its own way: no pin,
 * no photo, only for named readers, each reading noted, and gone thirty days after it was closed.
 *
 * <p>Its words may never stand anywhere but before a named reader and before who wrote them: in no
 * list, search, count, message, log, nor in what is kept of it afterwards.
 */
package nl.buurtronde.concern;
