/** What Vite makes of the market's front end, as small as it gets: one page, one script, names cut short. */
export const page = (): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Small market</title>
<script type="module" crossorigin src="/assets/index-B7xq2.js"></script></head>
<body><div id="root"></div></body></html>`;

export interface SiteOptions {
  /** Where the data is. */
  data: string;
  publicKey: string;
  /** Somebody put it into the bundle. */
  secretKey?: string;
}

/** `createClient` stands for the library's code. */
export const script = ({ data, publicKey, secretKey }: SiteOptions): string =>
  [
    `import{c as a}from"./vendor-Dk3.js";`,
    `const b="${data}",d="${publicKey}",e=a(b,d);`,
    secretKey === undefined ? '' : `const zz=a(b,"${secretKey}");`,
    `const T="payouts";`,
    `export const f=async()=>{const{data:t}=await e.from("listings").select("id,title,price").order("title");return t},`,
    `g=t=>e.from("orders").insert({listing_id:t.id,shipping_address:t.address,phone:t.phone,total:t.price}),`,
    `h=()=>e.from(T).select("*"),i=(t,n)=>e.from("messages").insert([{recipient_id:t,body:n}]),`,
    `j=t=>e.from("profiles").update({display_name:t}).eq("id",u.id),k=t=>e.from("waitlist").insert({email:t}),`,
    `l=()=>e.rpc("order_summary",{p_user:u.id}),m=()=>e.rpc("popular_listings"),`,
    `n=(t,r)=>e.storage.from("avatars").upload(t,r),o=t=>e.storage.from("invoices").download(t),`,
    `p=()=>e.functions.invoke("export-orders"),q=t=>e.channel("chat").on("broadcast",{event:"message"},t).subscribe(),`,
    `r=t=>e.channel(\`inbox:\${u.id}\`,{config:{private:!0}}).on("broadcast",{event:"note"},t).subscribe(),u=Array.from("xyz");`,
  ].join('\n');

export const VENDOR = 'export const c=(u,k)=>({u,k});';
