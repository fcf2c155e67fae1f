declare const __VERSION__: string;
declare const __PRECACHE__: string[];
console.debug(__VERSION__, __PRECACHE__);
