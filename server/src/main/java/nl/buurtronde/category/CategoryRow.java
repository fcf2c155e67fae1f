package nl.buurtronde.category;

import java.util.List;

/**
 * One category as a file has it; what the file leaves out is null and stays as it was.
 *
 * @param number its place in the file, from 1
 */
record CategoryRow(
    int number,
    String key,
    String label,
    String icon,
    Integer position,
    Boolean active,
    List<String> errors) {}
