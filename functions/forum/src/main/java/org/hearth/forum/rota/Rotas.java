package org.hearth.forum.rota;

/** The rota as it is kept. Writes go through {@link org.hearth.forum.Changes}. */
public interface Rotas {
  /** As it is this moment; with {@link Rota#NONE} when nobody has planned one. */
  Duty duty();
}
